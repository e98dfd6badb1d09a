import { useState } from 'react';
import { type Theme, chooseTheme, readTheme } from '../lib/theme';
import { Icon } from './icons';

const THEMES = [
  { value: undefined, icon: 'system', label: 'System' },
  { value: 'light', icon: 'sun', label: 'Light' },
  { value: 'dark', icon: 'moon', label: 'Dark' },
] as const;

/** The switch of themes, in turn: as the system has it, light, dark. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>(readTheme);
  const current = THEMES.findIndex(({ value }) => value === theme);
  const { icon, label } = THEMES[current]!;
  const next = THEMES[(current + 1) % THEMES.length]!;
  const change = () => {
    chooseTheme(next.value);
    setTheme(next.value);
  };
  const text = `Theme: ${label}. Change to ${next.label}`;
  return (
    <button type="button" className="icon-button needs-script" aria-label={text} title={text} onClick={change}>
      <Icon name={icon} />
    </button>
  );
}
