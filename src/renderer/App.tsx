import { MantineProvider } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { queryClient } from './api/query-client.ts'
import { windowColourScheme } from './frame/colour-scheme.ts'
import { ErrorBoundary } from './frame/ErrorBoundary.tsx'
import { router } from './router.ts'
import { cssVariables, theme } from './theme/theme.ts'

/** Everything a page stands in. */
export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} colorSchemeManager={windowColourScheme} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <ModalsProvider>
          <Notifications position="bottom-right" limit={3} transitionDuration={120} containerWidth={380} />
          <ErrorBoundary>
            <RouterProvider router={router} />
          </ErrorBoundary>
        </ModalsProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}
