const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i;

export const isColour = (text: string) => hex.test(text);

/** `#abc` as a colour picker wants it: `#aabbcc`. */
export const long = (colour: string) => (colour.length === 4 ? colour.replace(/[0-9a-f]/gi, '$&$&') : colour);

/** A lighter relative of a colour, for dark pages. */
export function lighter(colour: string): string {
  if (!isColour(colour)) return colour;
  const digits = long(colour).slice(1).match(/../g) as string[];
  const mixed = digits.map((pair) => Math.round(Number.parseInt(pair, 16) + (255 - Number.parseInt(pair, 16)) * 0.5));
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}
