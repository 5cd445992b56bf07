import { Component, type ReactNode } from 'react'
import { ProblemState } from '../ui/states.tsx'

/** The last net: a fault in drawing leaves a sentence and a way on instead of a blank window. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return <ProblemState error={this.state.error} what="This window could not be drawn" onRetry={() => this.setState({ error: null })} />
  }
}
