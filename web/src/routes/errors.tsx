import { createFileRoute } from '@tanstack/react-router';
import { ErrorsPage } from '../dashboard/errors-page';
import { headOf } from '../dashboard/head';

export const Route = createFileRoute('/errors')({
  head: () => headOf('Errors', 'What a failed run of Spearyx Jobs names as its cause, and what happens next.'),
  component: ErrorsPage,
});
