/** Check digits of the numbers that name journals and books. */

/** True for an ISSN whose last digit fits the others (ISO 3297: weights 8 to 2, modulus 11). */
export function issnHolds(issn: string): boolean {
  const digits = issn.trim().toUpperCase();
  if (!/^\d{4}-?\d{3}[\dX]$/.test(digits)) return false;
  return weighted(digits.replace('-', ''), (place) => 8 - place) % 11 === 0;
}

/** True for an ISBN of ten or thirteen digits whose last digit fits the others (ISO 2108). */
export function isbnHolds(isbn: string): boolean {
  const digits = isbn.toUpperCase().replace(/[\s-]/g, '');
  if (/^\d{13}$/.test(digits)) return weighted(digits, (place) => (place % 2 === 0 ? 1 : 3)) % 10 === 0;
  return /^\d{9}[\dX]$/.test(digits) && weighted(digits, (place) => 10 - place) % 11 === 0;
}

function weighted(digits: string, weight: (place: number) => number): number {
  return [...digits].reduce((sum, digit, place) => sum + weight(place) * (digit === 'X' ? 10 : Number(digit)), 0);
}
