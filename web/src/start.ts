import { createSerializationAdapter } from '@tanstack/react-router';
import { createStart } from '@tanstack/react-start';
import { ApiError } from './api/client';

/** The serialization of the API's errors, so that server and browser draw the same page from them. */
const apiErrors = createSerializationAdapter({
  key: 'api-error',
  test: (value): value is ApiError => value instanceof ApiError,
  toSerializable: ({ status, code, message }) => ({ status, code, message }),
  fromSerializable: ({ status, code, message }) => new ApiError(status, code, message),
});

export const startInstance = createStart(() => ({ serializationAdapters: [apiErrors] }));
