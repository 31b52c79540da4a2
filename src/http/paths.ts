// URLs are values: a path is written once, with its parameters in its type, and filled in wherever something links to it.

/** The names of the parameters in a path: "id" in "/applications/:id". */
export type ParameterOf<Template extends string> = Template extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParameterOf<`/${Rest}`>
  : Template extends `${string}:${infer Name}`
    ? Name
    : never;

export interface Path<Template extends string = string> {
  /** What the router listens to, e.g. "/applications/:id/contacts". */
  readonly template: Template;
  /** The address with its parameters filled in. */
  at(
    ...parameters: [ParameterOf<Template>] extends [never]
      ? []
      : [Readonly<Record<ParameterOf<Template>, string>>]
  ): string;
}

/** Declares an address of the portal. */
export function path<const Template extends string>(template: Template): Path<Template> {
  return {
    template,
    at: (...parameters) => {
      const values = (parameters[0] ?? {}) as Readonly<Record<string, string>>;
      return template.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
        const value = values[name];
        if (value === undefined) throw new Error(`path ${template} needs ${name}`);
        return encodeURIComponent(value);
      });
    },
  };
}

/** The address of a path whose parameters only the router knows: those it does not have are ignored. */
export const addressOf = (path: Path, parameters: Readonly<Record<string, unknown>>): string =>
  (path.at as (values: Readonly<Record<string, unknown>>) => string)(parameters);
