/** Files of an issue's folder by their names: what is a text, what belongs to texts, what only lies there. */

/** A text by its name alone; what it is in truth, its bytes say. */
export const textNames = /\.(?:txt|text|md|markdown|pdf|docx|docm|epub|html?|xhtml|shtml)$/i;

/** What a text, issue.yaml or an edition needs: pictures, styles, fonts, records, reports. */
export const companionNames =
  /\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?|jp2|css|ttf|otf|ttc|woff2?|ya?ml|bib|edition\.json|report\.json)$/i;

/** Read by nobody: what says what the folder is, what programs and systems leave behind. */
export const strayNames = /^(?:readme\b.*|licen[cs]e\b.*|\..*|~\$.*|.*~|thumbs\.db|desktop\.ini)$/i;

/** Folders in which no texts of an issue are looked for. */
export const strayFolders = /^(?:\..*|node_modules|dist|__macosx)$/i;
