/** The text with the addresses of this server in the place of those that the handbook names, each replaced once. */
export const withAddresses = (text: string, endpoint: string, console: string) =>
  text.replace(/http:\/\/localhost:(3001|3002)\b/g, (_, port) => (port === '3001' ? endpoint : console));
