// The OpenAPI document, made from the schemas that check the requests.
import { z } from 'zod';
import { createDocument } from 'zod-openapi';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi';
import { ERRORS } from '../contract/errors.ts';
import { API_ROOT, ROUTES, errorSchema } from '../contract/routes.ts';

const uploadBody = {
  content: {
    'multipart/form-data': {
      schema: { type: 'object' as const, required: ['file'], properties: { file: { type: 'string' as const, format: 'binary' } } },
    },
  },
};

function operation(id: string, route: (typeof ROUTES)[keyof typeof ROUTES]): ZodOpenApiOperationObject {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map((one) => one[1] ?? '');
  const { answer, body } = route;
  return {
    operationId: id,
    summary: route.summary,
    requestParams: {
      query: route.query,
      ...(names.length > 0 ? { path: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) } : {}),
    },
    ...(body === 'upload'
      ? { requestBody: uploadBody }
      : body === null
        ? {}
        : { requestBody: { content: { 'application/json': { schema: body } } } }),
    responses: {
      '200': {
        description: route.summary,
        content:
          answer === 'stream'
            ? { 'text/event-stream': { schema: z.string() } }
            : answer === 'csv'
              ? { 'text/csv': { schema: z.string() } }
              : answer === 'file'
                ? { 'application/octet-stream': { schema: z.string() } }
                : { 'application/json': { schema: answer } },
      },
      default: {
        description: `An error: one of ${Object.keys(ERRORS).join(', ')}`,
        content: { 'application/json': { schema: errorSchema } },
      },
    },
  };
}

export function openApiDocument(): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const [id, route] of Object.entries(ROUTES)) {
    const path = API_ROOT + route.path;
    paths[path] = { ...paths[path], [route.method]: operation(id, route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Flytkart',
      version: '1',
      description: 'What the companies of an industrial cluster take in and give off, and which surplus can meet which need.',
    },
    paths,
  });
}
