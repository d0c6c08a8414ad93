/** What settings say of files, which travel by their content. */
import type { Guard } from "../shape.ts";
import { isText, listOf, objectOf, orNull } from "../shape.ts";

/** A file under the name that messages show, and under which it stands among the files of the work. */
export interface FileReference {
  readonly name: string;
  readonly file: string;
}

export interface TemplateReference {
  readonly template: FileReference;
  readonly additions: readonly FileReference[];
  readonly exchange: FileReference | null;
}

export const isFile: Guard<FileReference> = objectOf<FileReference>({ name: isText, file: isText });
export const isTemplate: Guard<TemplateReference> = objectOf<TemplateReference>({
  template: isFile,
  additions: listOf(isFile),
  exchange: orNull(isFile),
});
