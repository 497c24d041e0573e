/** Adobe's glyph names of U+0020 to U+007E in order, as in Adobe Glyph List 2.0; SIDs 1 to 95 of CFF but for two quotes. */
const NAMES =
  "space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal greater question at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright asciicircum underscore grave a b c d e f g h i j k l m n o p q r s t u v w x y z braceleft bar braceright asciitilde".split(
    " ",
  );

const FIRST = 0x20;
const BY_NAME: ReadonlyMap<string, number> = new Map(NAMES.map((name, index) => [name, FIRST + index]));

/** The character that a glyph name says: Adobe's names of ASCII, uniXXXX and uXXXXX; undefined for others. */
export function unicodeOfGlyphName(name: string): number | undefined {
  const known = BY_NAME.get(name);
  if (known !== undefined) return known;
  const hex = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))$/.exec(name);
  return hex ? Number.parseInt(hex[1] ?? hex[2]!, 16) : undefined;
}
