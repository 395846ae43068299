package import Registry
package import Store

/// What a write has to do with: by this the authoriser knows whether it lies in an account's scope.
///
/// The command says it of the facts that it loaded, and the authoriser judges, in one place.
package struct Reach: Sendable, Hashable {
    /// Who gave or led it: a trainer must be among them.
    package var givenBy: [PersonID]
    /// At whose it is: must be a coordinator's own. Nil where it is at nobody's.
    package var organisation: OrganisationID?
    /// The things that it names, which a coordinator must see.
    package var things: [Thing]
    /// Whether it changes nothing but who asks.
    package var isOneself = false

    /// A change of the very account that asks for it.
    package static let oneself: Reach = {
        var reach = Reach()
        reach.isOneself = true
        return reach
    }()

    package init(
        givenBy: [PersonID] = [], at organisation: OrganisationID? = nil,
        naming things: [Thing] = []
    ) {
        self.givenBy = givenBy
        self.organisation = organisation
        self.things = things
    }
}
