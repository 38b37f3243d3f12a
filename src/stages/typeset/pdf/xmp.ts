/** The metadata packet of a PDF: an edition in, XMP out. The same words as in the document's information. */
import type { Edition } from '../../../model/index.js';

export interface XmpFacts {
  authors: readonly string[];
  keywords: readonly string[];
  subject: string;
  maker: string;
  /** Hexadecimal, 32 digits: stands for the edition and its state. */
  digest: string;
  /** PDF/X version, for the press. */
  pdfx?: string | undefined;
}

const namespaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfxid: 'http://www.npes.org/pdfx/ns/id/',
  prism: 'http://prismstandard.org/namespaces/basic/2.0/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
};

/** @returns the packet, without padding: nobody writes into it */
export function xmpPacket({ meta, modified, identifier }: Edition, facts: XmpFacts): string {
  const { authors, keywords, subject, maker, digest, pdfx } = facts;
  const uuid = digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, 'uuid:$1-$2-$3-$4-$5');
  const properties: [name: string, value: string][] = [
    ['dc:format', 'application/pdf'],
    ['dc:title', alternatives(meta.title)],
    ['dc:creator', list('Seq', authors)],
    ['dc:description', subject && alternatives(subject)],
    ['dc:subject', list('Bag', keywords)],
    ['dc:language', list('Bag', [meta.language])],
    ['dc:publisher', list('Bag', meta.publisher ? [meta.publisher] : [])],
    ['dc:rights', meta.rights ? alternatives(meta.rights) : ''],
    ['dc:identifier', escape(identifier)],
    ['prism:publicationName', escape(meta.journal)],
    ['prism:issn', escape(meta.issn)],
    ['prism:volume', escape(meta.volume)],
    ['prism:number', escape(meta.number)],
    ['prism:publicationDate', escape(meta.edition?.date ?? meta.date)],
    ['prism:edition', escape(meta.edition?.number.toString())],
    ['pdf:Producer', maker],
    ['pdf:Keywords', escape(keywords.join(', '))],
    ['pdf:Trapped', pdfx ? 'False' : ''],
    ['pdfxid:GTS_PDFXVersion', pdfx ?? ''],
    ['xmp:CreatorTool', maker],
    ['xmp:CreateDate', modified],
    ['xmp:ModifyDate', modified],
    ['xmp:MetadataDate', modified],
    ['xmpMM:DocumentID', uuid],
    ['xmpMM:InstanceID', uuid],
    ['xmpMM:VersionID', '1'],
    ['xmpMM:RenditionClass', 'default'],
  ];
  const spaces = Object.entries(namespaces).map(([prefix, address]) => `xmlns:${prefix}="${address}"`);
  const written = properties.filter(([, value]) => value).map(([name, value]) => `   <${name}>${value}</${name}>`);
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    ' <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `  <rdf:Description rdf:about="" ${spaces.join(' ')}>`,
    ...written,
    '  </rdf:Description>',
    ' </rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}

function alternatives(value: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escape(value)}</rdf:li></rdf:Alt>`;
}

function list(kind: 'Seq' | 'Bag', values: readonly string[]): string {
  if (values.length === 0) return '';
  return `<rdf:${kind}>${values.map((value) => `<rdf:li>${escape(value)}</rdf:li>`).join('')}</rdf:${kind}>`;
}

function escape(value: string | undefined): string {
  return (value ?? '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
