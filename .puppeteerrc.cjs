/** Puppeteer's own browser is never downloaded: installs must work behind firewalls. */
module.exports = { skipDownload: true };
