/** Turns the black and gray of a content stream from RGB into DeviceGray: Chromium writes `0 0 0 rg`, a press wants one ink. */

const colour = /(^|[\s\]])([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+(rg|RG)(?=\s|$)/g;

/**
 * @param content operators, decoded; text in it stands in hexadecimal strings
 * @returns the same with gray where red, green and blue are equal, and whether a colour is left
 */
export function grayContent(content: string): { content: string; coloured: boolean } {
  let coloured = false;
  const gray = content.replace(colour, (whole, before: string, red: string, green: string, blue: string, operator) => {
    if (Number(red) === Number(green) && Number(green) === Number(blue)) {
      return `${before}${red} ${operator === 'rg' ? 'g' : 'G'}`;
    }
    coloured = true;
    return whole;
  });
  return { content: gray, coloured };
}
