import { Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { commandsFor, type Command } from './commands.ts'
import classes from './palette.module.css'
import { useCreatorMatches } from './use-creator-matches.ts'

/** Ctrl+K: every page, what can be begun from anywhere, and creators by name. */
export function CommandPalette() {
  const router = useRouter()
  const [query, setQuery] = useState('')
  const words = query.trim().toLocaleLowerCase()
  const commands = commandsFor(router).filter(({ label }) => label.toLocaleLowerCase().includes(words))
  const creators = useCreatorMatches(query.trim(), router)
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={['mod + K']}
      scrollable
      maxHeight={420}
      transitionProps={{ duration: 90 }}
      radius="lg"
      shadow="lg"
      centered={false}
      yOffset={96}
      overlayProps={{ backgroundOpacity: 0.28, blur: 0 }}
      classNames={classes}
      attributes={{ content: { 'aria-label': 'Search and commands' } }}
    >
      <Spotlight.Search
        placeholder="Go to, do, or find a creator"
        aria-label="Go to, do, or find a creator"
        leftSection={<IconSearch size={16} stroke={1.5} />}
      />
      <Spotlight.ActionsList>
        {commands.length > 0 && (
          <Spotlight.ActionsGroup label="Go and do">
            {commands.map((command) => (
              <PaletteAction key={command.label} command={command} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {creators.length > 0 && (
          <Spotlight.ActionsGroup label="Creators">
            {creators.map((command) => (
              <PaletteAction key={command.id} command={command} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {commands.length + creators.length === 0 && <Spotlight.Empty>Nothing is called that</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function PaletteAction({ command: { label, hint, icon: Icon, run } }: { command: Command }) {
  return (
    <Spotlight.Action
      label={label}
      description={hint}
      onClick={run}
      highlightQuery={false}
      leftSection={Icon && <Icon size={16} stroke={1.5} aria-hidden />}
    />
  )
}
