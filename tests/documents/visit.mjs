// Opens one web page in Chromium without a network and prints what it saw as JSON.
// Words: playwright-core's module, axe's script, chromium, the page, the folder for pictures.
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const [playwright, axeScript, executablePath, page, folder] = process.argv.slice(2);
const { chromium } = await import(pathToFileURL(playwright));
const address = pathToFileURL(page).href;
const picture = (name) => join(folder, `${basename(page, ".html")}-${name}`);
const said = { axe: [], console: [], sideways: [] };

const browser = await chromium.launch({
  executablePath,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
const axe = await readFile(axeScript, "utf8");

for (const [name, width, javaScriptEnabled] of [
  ["wide", 1280, true],
  ["narrow", 360, true],
  ["narrow-no-js", 360, false],
]) {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 }, locale: "vi-VN" });
  const tab = await context.newPage();
  tab.on("console", (message) => said.console.push(`${name}: ${message.text()}`));
  tab.on("pageerror", (error) => said.console.push(`${name}: ${error.message}`));
  tab.on("request", (request) => {
    const url = request.url();
    if (url.split("#")[0] !== address && !url.startsWith("data:")) said.console.push(`${name}: asks for ${url}`);
  });
  await tab.goto(address);
  if (javaScriptEnabled) {
    await tab.evaluate(axe);
    const result = await tab.evaluate(() => globalThis.axe.run());
    for (const rule of result.violations)
      for (const node of rule.nodes) said.axe.push(`${name}: ${rule.impact}: ${rule.id}: ${node.target.join(" ")}: ${rule.help}`);
    const over = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) said.sideways.push(width);
  }
  await tab.screenshot({ path: picture(`${name}.png`), fullPage: true });
  if (name === "wide") await tab.pdf({ path: picture("print.pdf"), format: "A4", preferCSSPageSize: true });
  await context.close();
}
await browser.close();
process.stdout.write(JSON.stringify(said));
