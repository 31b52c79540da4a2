// The door of the slice: files people attach and papers the office makes.
export { createDocumentStore, type DocumentStore, type StoredFile } from './document-store.ts';
export { inspectFile, LARGEST_FILE, type FileProblem, type MediaType } from './inspect-file.ts';
