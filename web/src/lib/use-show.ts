import { useNavigate } from '@tanstack/react-router';

/** Shows a posting beside the list. */
export function useShow() {
  const navigate = useNavigate();
  return (job: number, { replace = false } = {}) =>
    void navigate({ to: '/', search: (search) => ({ ...search, job }), resetScroll: false, replace });
}
