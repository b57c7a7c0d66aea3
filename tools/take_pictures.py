"""Take pictures of a page's sections for the documentation: ``take_pictures.py record.html docs/pictures``.

Needs chromium, chromedriver and selenium, as the browser tests do. The pictures depend on the machine's fonts.
"""

import base64
import shutil
import sys
import tempfile
from pathlib import Path

from selenium import webdriver

SWITCHES = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars")
SETTLE = """
const [at, done] = arguments;
document.fonts.ready.then(() => {
  if (at) document.querySelector(at).scrollIntoView({ behavior: "instant", block: "start" });
  let last = -1, still = 0;
  const look = () => {
    still = scrollY === last ? still + 1 : 0;
    last = scrollY;
    if (still > 20) done(); else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
});
"""
"""Scrolls to the section once everything is laid out, and waits until the page has not moved for 20 frames."""
OPEN_A_CELL = "document.querySelector('td.differs a.w, td a.w').click()"
SHOTS = (
    ("matrix", "", "light", 1440, ""),
    ("matrix-dark", "", "dark", 1440, ""),
    ("matrix-phone", "", "light", 400, ""),
    ("reading", "", "light", 1440, OPEN_A_CELL),
    ("differences", "#findings", "light", 1440, ""),
    ("quotes", "#quotes", "light", 1440, ""),
    ("timeline", "#timeline", "light", 1440, ""),
    ("lineage", "#lineage", "light", 1440, ""),
    ("order", "#topics", "light", 1440, ""),
)


def main(page: str, folder: str) -> None:
    """Write one PNG for each section."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        for switch in (*SWITCHES, f"--user-data-dir={profile}"):
            options.add_argument(switch)
        driver = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))
        for name, at, scheme, width, script in SHOTS:
            size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
            features = [{"name": "prefers-color-scheme", "value": scheme}]
            driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
            driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
            driver.get("about:blank")
            driver.get(Path(page).resolve().as_uri())
            driver.execute_script(script)
            driver.execute_async_script(SETTLE, at)
            picture = driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})["data"]
            (out / f"{name}.png").write_bytes(base64.b64decode(picture))
            print(out / f"{name}.png")
        driver.quit()


if __name__ == "__main__":
    main(*sys.argv[1:3])
