/// What a training or a workshop is in the registry.
package enum CourseState: String, Hashable, CaseIterable, Sendable {
    /// Planned: it counts toward nothing.
    case scheduled
    /// It was held.
    case recorded
    /// Taken back, or cancelled before it was held.
    case void
}
