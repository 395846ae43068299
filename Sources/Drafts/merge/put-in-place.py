import os,re,shutil,subprocess
R='./'
def sub(p,*prs):
    s=open(R+p).read()
    for a,b in prs:
        assert a in s,(p,a)
        s=s.replace(a,b,1)
    open(R+p,'w').write(s)
def put(src,dst):
    os.makedirs(os.path.dirname(R+dst),exist_ok=True); shutil.copy(src,R+dst)
# merge
for f in os.listdir('./Sources/Drafts/merge/sql'): put('./Sources/Drafts/merge/sql/'+f,'sql/statements/'+f)
M='./Sources/Drafts/merge/src/'
put(M+'DateSpan+Union.swift','Sources/Registry/Dates/DateSpan+Union.swift')
put(M+'PersonMerge.swift','Sources/Store/Changes/PersonMerge.swift')
put(M+'Snapshot+Merging.swift','Sources/Store/Facts/Snapshot+Merging.swift')
put(M+'WriteTransaction+Merging.swift','Sources/Store/Changes/WriteTransaction+Merging.swift')
put(M+'PersonMergeInto.swift','Sources/Commands/People/PersonMergeInto.swift')
put(M+'PersonUnmerge.swift','Sources/Commands/People/PersonUnmerge.swift')
put(M+'MergeTests.swift','Tests/CommandsTests/MergeTests.swift')
sub('Sources/Store/Changes/Change.swift',
('''    case grantLicence(LicenceRow)
''','''    case merge(PersonMerge)
    case unmerge(PersonID, from: PersonID)
    case grantLicence(LicenceRow)
'''),
('''        case .erase(let people, _): people.dropFirst().map(Thing.person)
''','''        case .erase(let people, _): people.dropFirst().map(Thing.person)
        case .merge(let merge): [.person(merge.into)]
        case .unmerge(_, let other): [.person(other)]
'''))
sub('Sources/Store/Changes/WriteTransaction+Apply.swift',
('''        case .grantLicence(let licence): return''','''        case .merge(let merge): return try await self.merge(merge)
        case .unmerge(let person, let other): return try await unmerge(person, from: other)
        case .grantLicence(let licence): return'''))
sub('Sources/Store/Changes/WriteTransaction+Erasing.swift',
('''            Query(SQL.personErasePeers, numbers), Query(SQL.personEraseEvidence, numbers),
''','''            Query(SQL.personErasePeers, numbers), Query(SQL.personEraseEvidence, numbers),
            Query(SQL.personMergeForget, numbers),
'''))
sub('Sources/Commands/Core/Command.swift',
('''    package var warnings: [Reason]

''','''    package var warnings: [Reason]
    /// What else is to be told, after the thing's line.
    package var notes: [DataLine] = []

'''))
sub('Sources/Commands/Core/Runner+Write.swift',
('''        reply.lines += decision.warnings''','''        reply.lines += decision.notes
        reply.lines += decision.warnings'''))
sub('Sources/Store/Facts/Snapshot+References.swift',
('''    static var byExternal: SQL.Named { get }
}
''','''    static var byExternal: SQL.Named { get }
    /// The statement that finds what things of the kind became; nil where they stay what they are.
    static var successors: SQL.Named? { get }
}

extension ExternallyKnown {
    package static var successors: SQL.Named? { nil }
}
'''),
('''    package static var byExternal: SQL.Named { SQL.personByExternal }
''','''    package static var byExternal: SQL.Named { SQL.personByExternal }
    package static var successors: SQL.Named? { SQL.personSuccessors }
'''))
s=open(R+'Sources/Store/Facts/Snapshot+References.swift').read()
i=s.rindex('}\n')
s=s[:i]+'''
    /// What things became that became others: a person who was merged is the other one.
    package func successors<ID: ExternallyKnown>(of ids: [ID]) async throws -> [ID: ID] {
        guard let statement = ID.successors, !ids.isEmpty else { return [:] }
        var found: [ID: ID] = [:]
        for row in try await rows(statement, ids.map(\\.number)) {
            var columns = Columns(row)
            let id: ID = try columns.id()
            found[id] = try columns.id()
        }
        return found
    }
}
'''
open(R+'Sources/Store/Facts/Snapshot+References.swift','w').write(s)
sub('Sources/Commands/Core/Snapshot+Resolving.swift',
('''    /// The ids in the order of the references, one query however many.
    func resolve<ID: ExternallyKnown>(_ references: [Reference<ID>]) async throws -> [ID] {
''','''    /// The ids in the order of the references, however many. A person who was merged is the one
    /// they turned out to be.
    func resolve<ID: ExternallyKnown>(_ references: [Reference<ID>]) async throws -> [ID] {
        let ids = try await named(references)
        let successors = try await successors(of: ids)
        return ids.map { successors[$0] ?? $0 }
    }

    /// The very thing that is named, though it became another.
    func resolveItself<ID: ExternallyKnown>(_ reference: Reference<ID>) async throws -> ID {
        try await named([reference])[0]
    }

    private func named<ID: ExternallyKnown>(_ references: [Reference<ID>]) async throws -> [ID] {
'''))
sub('Sources/Commands/Core/CommandTable.swift',(".write(PersonErase.self)",".write(PersonMergeInto.self),\n        .write(PersonUnmerge.self), .write(PersonErase.self)"))
sub('Tests/CommandsTests/CommandTableTests.swift',("person erase, ","person merge, person unmerge, person erase, "))
D='Sources/licentiad/Documentation.docc/'
s=open(R+D+'Protocol.md').read()
i=s.index("`person erase` (write")
s=s[:i]+'''`person merge` (write, `if-version`): Makes one person of two: what was recorded of the first is the other's from then on.

| Argument | Takes | |
|---|---|---|
| `person` (subject) | id | the person |
| `into` | id | who the person is |

Affiliations (days that overlap are joined), trainings, workshops, certifications with their awards,
suspensions and revocation, and notices become the other's, and the standing is derived anew. The
other's own name and external id stay; e-mail, professions and the peer fact are added where they
lack. What both had is told: `* duplicate training=T-1`, `workshop=W-1`, and `certification=C-5
of=C-2` for one that went up in the other. The merged person stays as a mark, `merged-into=`, and
both its id and its external id name the other in every command but `person unmerge`. Both get an
event.

```
person merge P-1 into=P-2 reason="added twice"
```

`person unmerge` (write, `if-version`): Takes a merge back: the two are two again.

| Argument | Takes | |
|---|---|---|
| `person` (subject) | id | the person |

Each has what they had before the merge. What was recorded or changed since stays with the other.

```
person unmerge P-1 reason="two of the same name"
```

'''+s[i:]
open(R+D+'Protocol.md','w').write(s)
sub(D+'Architecture.md',('''- **Followers of the log go by serial**''','''- **A merged person is a mark.** Facts are re-pointed, so that rules, lists and the nightly run know
  nothing of merging; `person_merge` keeps the rows as they were, and `person unmerge` puts them back
  where nobody changed them since. Naming the mark names the other, in the one place where names are
  resolved (`Commands/Core/Snapshot+Resolving.swift`).
- **Erasing a person** empties the row and what stands beside events, and leaves the numbers. A
  merged person is erased with the one they were taken for.
- **Followers of the log go by serial**'''))
sub('Tests/CommandsTests/DryRunTests.swift',('''        "person erase P-6", ''','''        "person merge P-4 into=P-5", "person unmerge P-4", "person erase P-6",
        '''))
sub('Tests/CommandsTests/EventTests.swift',('''                #expect(events.count == 1, "\\(line)")
''','''                let isOfTwo = line.hasPrefix("person merge") || line.hasPrefix("person unmerge")
                #expect(events.count == (isOfTwo ? 2 : 1), "\\(line)")
'''))
