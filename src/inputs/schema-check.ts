/**
 * Holds a JSON value against a schema, all mistakes at once. It knows only the words of JSON Schema that our own schemas
 * use: a general validator writes and compiles a program for each schema, which takes longer than to run a scenario.
 */
export interface Schema {
  readonly description?: string;
  readonly type?: TypeName | readonly TypeName[];
  readonly required?: readonly string[];
  /** False: no others; else what the others have to be. */
  readonly additionalProperties?: boolean | Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minLength?: number;
  readonly enum?: readonly string[];
  /** Not looked at here: dates have a reader of their own, which says what is wrong with them. */
  readonly format?: string;
}

type TypeName = "string" | "boolean" | "null" | "object" | "array";

/** One thing in which a value differs from its schema. */
export interface SchemaMistake {
  /** JSON pointer to the value. */
  readonly pointer: string;
  readonly keyword: "type" | "minLength" | "required" | "additionalProperties" | "enum";
  /** The key that is missing or that there is no room for. */
  readonly key?: string;
  readonly schema: Schema;
}

export function schemaMistakes(value: unknown, schema: Schema, pointer = ""): SchemaMistake[] {
  const mistakes: SchemaMistake[] = [];
  check(value, schema, pointer, mistakes);
  return mistakes;
}

function check(value: unknown, schema: Schema, pointer: string, mistakes: SchemaMistake[]): void {
  if (!isOfType(value, schema.type)) mistakes.push({ pointer, keyword: "type", schema });
  else if (typeof value === "string") {
    if (value.length < (schema.minLength ?? 0)) mistakes.push({ pointer, keyword: "minLength", schema });
  } else if (Array.isArray(value)) {
    const { items } = schema;
    if (items !== undefined) {
      for (const [index, item] of value.entries()) check(item, items, `${pointer}/${index}`, mistakes);
    }
  } else if (typeof value === "object" && value !== null) checkObject(value, schema, pointer, mistakes);
  if (schema.enum !== undefined && !schema.enum.some((option) => option === value)) {
    mistakes.push({ pointer, keyword: "enum", schema });
  }
}

function checkObject(value: object, schema: Schema, pointer: string, mistakes: SchemaMistake[]): void {
  const { required = [], additionalProperties = true, properties = {} } = schema;
  for (const key of required) {
    if (!Object.hasOwn(value, key)) mistakes.push({ pointer, keyword: "required", key, schema });
  }
  const entries = Object.entries(value);
  for (const [key, part] of entries) {
    if (Object.hasOwn(properties, key) || additionalProperties === true) continue;
    if (additionalProperties === false) mistakes.push({ pointer, keyword: "additionalProperties", key, schema });
    else check(part, additionalProperties, below(pointer, key), mistakes);
  }
  for (const [key, part] of Object.entries(properties)) {
    if (Object.hasOwn(value, key)) {
      check((value as Readonly<Record<string, unknown>>)[key], part, below(pointer, key), mistakes);
    }
  }
}

function below(pointer: string, key: string): string {
  return `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function isOfType(value: unknown, type: Schema["type"]): boolean {
  if (type === undefined) return true;
  const own = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  return typeof type === "string" ? own === type : type.some((it) => it === own);
}
