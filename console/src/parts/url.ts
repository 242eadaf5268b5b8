/** An address that a browser goes to. */
export const isUrl = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** Scheme, host and port, and nothing behind them. */
export const isOrigin = (text: string) => isUrl(text) && new URL(text).origin === text;
