// The two halves of the road as plugins of unified: a raw text in, Markdown out.
import { kanbenParse, kanbenRestore } from 'kanben';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { toMarkdown } from 'mdast-util-to-markdown';
import { unified } from 'unified';

function stringify() {
  this.compiler = (tree) => toMarkdown(tree, { extensions: [gfmFootnoteToMarkdown()] });
}

const file = await unified()
  .use(kanbenParse, { kind: 'plain' })
  .use(kanbenRestore)
  .use(stringify)
  .process('一、渡口\n\n船[1]来了。\n\n注释\n\n[1] 渡船。\n');
console.log(String(file));
for (const message of file.messages) console.error(String(message));
