import {
  ActionIcon,
  Autocomplete,
  Badge,
  Button,
  Checkbox,
  ColorInput,
  Kbd,
  Loader,
  Menu,
  Modal,
  MultiSelect,
  NumberInput,
  Popover,
  SegmentedControl,
  Select,
  Switch,
  TagsInput,
  Textarea,
  TextInput,
  Tooltip,
  type MantineThemeComponents,
} from '@mantine/core'
import { DateInput, type DayOfWeek } from '@mantine/dates'
import { decimalMark, groupMark } from '../ui/format.ts'

const quick = { transition: 'fade', duration: 90 } as const
const field = { size: 'xs' } as const
// The list itself scrolls, not a box around it: that is what those who use the keyboard or a screen reader are told about.
const list = {
  ...field,
  comboboxProps: { shadow: 'md', transitionProps: quick, offset: 4 },
  withScrollArea: false,
  styles: { options: { maxHeight: 260, overflowY: 'auto' } },
} as const
const calendar = {
  ...field,
  valueFormat: 'YYYY-MM-DD',
  // What floats outside every landmark needs a role and a name of its own.
  popoverProps: { shadow: 'md', transitionProps: quick, attributes: { dropdown: { role: 'dialog', 'aria-label': 'Calendar' } } },
  hideOutsideDates: true,
  // A weekend is no warning: its days are not red.
  weekendDays: [] as DayOfWeek[],
  ariaLabels: {
    nextMonth: 'Next month',
    previousMonth: 'Previous month',
    nextYear: 'Next year',
    previousYear: 'Previous year',
    nextDecade: 'Next decade',
    previousDecade: 'Previous decade',
  },
} as const

/** How Mantine's parts begin everywhere: small, quiet, quick. */
export const parts: MantineThemeComponents = {
  ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 28 } }),
  Autocomplete: Autocomplete.extend({ defaultProps: list }),
  Badge: Badge.extend({ defaultProps: { variant: 'light', radius: 'sm', tt: 'none' } }),
  Button: Button.extend({
    defaultProps: { size: 'xs', variant: 'default' },
    vars: (_theme, { size }) => ({
      root: size === 'xs' ? { '--button-height': '30px', '--button-padding-x': '12px', '--button-fz': '13px' } : {},
    }),
    styles: { label: { fontWeight: 500 } },
  }),
  Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' } }),
  ColorInput: ColorInput.extend({
    defaultProps: { ...field, eyeDropperButtonProps: { 'aria-label': 'Take a colour from the screen' } },
  }),
  DateInput: DateInput.extend({ defaultProps: calendar }),
  Kbd: Kbd.extend({ defaultProps: { size: 'xs' } }),
  Loader: Loader.extend({ defaultProps: { size: 'xs', type: 'oval' } }),
  Menu: Menu.extend({ defaultProps: { shadow: 'md', transitionProps: quick, offset: 4 } }),
  Modal: Modal.extend({
    defaultProps: {
      shadow: 'lg',
      transitionProps: quick,
      radius: 'lg',
      centered: true,
      overlayProps: { backgroundOpacity: 0.28 },
      closeButtonProps: { 'aria-label': 'Close' },
    },
    styles: { title: { fontWeight: 600, fontSize: '15px' } },
  }),
  MultiSelect: MultiSelect.extend({ defaultProps: list }),
  NumberInput: NumberInput.extend({
    defaultProps: { ...field, hideControls: true, decimalSeparator: decimalMark, thousandSeparator: groupMark },
  }),
  Popover: Popover.extend({ defaultProps: { shadow: 'md', transitionProps: quick, offset: 4 } }),
  SegmentedControl: SegmentedControl.extend({
    defaultProps: { size: 'xs', transitionDuration: 90, radius: 'sm' },
    styles: { root: { background: 'var(--t-chip)' }, indicator: { background: 'var(--t-segment)', boxShadow: 'none' } },
  }),
  Select: Select.extend({ defaultProps: { ...list, allowDeselect: false } }),
  Switch: Switch.extend({ defaultProps: { size: 'xs' } }),
  TagsInput: TagsInput.extend({ defaultProps: list }),
  Textarea: Textarea.extend({ defaultProps: { ...field, autosize: true, minRows: 2, maxRows: 12 } }),
  TextInput: TextInput.extend({ defaultProps: field }),
  Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, transitionProps: quick, withArrow: false, offset: 6 } }),
}
