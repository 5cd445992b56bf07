// The half of pdf.js that reads files. A page from a file may start only workers of the old kind, so it is built into one.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
