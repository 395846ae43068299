/// Who is to be told outside of what a run announces; nobody unless said.
package struct Telling: Sendable, Equatable {
    /// The contacts of the organisations concerned, by mail.
    package var organisations: Bool
    /// The administrators, by mail, of what no organisation can be told.
    package var administrators: Bool
    /// The hook.
    package var hook: Bool

    package init(organisations: Bool = false, administrators: Bool = false, hook: Bool = false) {
        self.organisations = organisations
        self.administrators = administrators
        self.hook = hook
    }
}
