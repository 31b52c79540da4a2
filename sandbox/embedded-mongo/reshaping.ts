// The stages that make one document of one document: in pipelines, and the only ones that an update may consist of.
import { fail } from './errors.ts';
import { type Variables, compileExpression } from './expressions.ts';
import { type Projection, compileProjection, compileSet, compileUnset } from './projection.ts';
import { type Doc, isDoc, typeName } from './values.ts';

function object(stage: string, spec: unknown): Doc {
  if (!isDoc(spec))
    return fail('FailedToParse', `${stage} specification must be an object, not ${typeName(spec)}`);
  return spec;
}

function replaceWith(spec: unknown, variables?: Variables): Projection {
  const expression = compileExpression(spec, variables);
  return (doc) => {
    const result = expression(doc);
    if (!isDoc(result))
      return fail(
        'BadValue',
        `'newRoot' expression must evaluate to an object, but resulting value was of type: ${typeName(result)}`,
      );
    return result;
  };
}

/** The function of a stage, or undefined when the stage is of another kind. */
export function reshapingStage(stage: string, spec: unknown, variables?: Variables): Projection | undefined {
  switch (stage) {
    case '$set':
    case '$addFields':
      return compileSet(object(stage, spec), variables);
    case '$unset':
      return compileUnset(spec);
    case '$project': {
      const fields = object(stage, spec);
      if (Object.keys(fields).length === 0)
        return fail('BadValue', '$project specification must have at least one field');
      return compileProjection(fields, { find: false, ...(variables ? { variables } : {}) });
    }
    case '$replaceRoot': {
      const { newRoot, ...others } = object(stage, spec);
      if (newRoot === undefined || Object.keys(others).length > 0)
        return fail('FailedToParse', '$replaceRoot needs exactly the field newRoot');
      return replaceWith(newRoot, variables);
    }
    case '$replaceWith':
      return replaceWith(spec, variables);
    default:
      return undefined;
  }
}

/** The function of an update that is a pipeline. Refused (InvalidOptions) when it holds another stage. */
export function compileReshaping(pipeline: readonly unknown[], variables?: Variables): (doc: Doc) => Doc {
  const stages = pipeline.map((entry) => {
    const [stage = '', ...more] = isDoc(entry) ? Object.keys(entry) : [];
    if (!isDoc(entry) || more.length > 0 || stage === '')
      return fail('Location40323', 'A pipeline stage specification object must contain exactly one field.');
    return (
      reshapingStage(stage, entry[stage], variables) ??
      fail('InvalidOptions', `${stage} is not allowed to be used within an update`)
    );
  });
  return (doc) => stages.reduce((current, stage) => stage(current), doc);
}
