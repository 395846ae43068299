/// A program could not be started; one or two sentences say what to do.
package struct SpawnError: Error, Sendable, Equatable, CustomStringConvertible {
    package let description: String
}
