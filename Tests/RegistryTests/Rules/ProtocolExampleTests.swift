import Registry
import Testing

/// The session that the protocol contract shows, from the facts to the reasons.
@Suite("The protocol's example")
struct ProtocolExampleTests {
    @Test("P-8 lacks CDSMP, and only P-8 is refused")
    func training() throws {
        var scene = TrainingScene()
        scene.know(.person(8))
        let judgement = scene.judge().judgement
        let reason = try #require(judgement.reasons.first)
        #expect(judgement.reasons.count == 1)
        #expect(reason.code.rawValue == "prerequisite-missing")
        #expect(reason.person == PersonID(8))
        #expect(reason.details.map(\.key) == ["programme", "needs"])
        #expect(reason["programme"] == .word("CPSMP"))
        #expect(reason["needs"] == .words(["CDSMP", "TOMANDO"]))
        #expect(reason.advice == "P-8 must pass CDSMP or TOMANDO training before 2026-03-02")
    }

    @Test("O-1 may train in CPSMP but not offer it, for want of a peer")
    func organisation() {
        let verdict = OrganisationVerdict.judge(
            organisation: .sample(.sample()), programme: Catalogue.cpsmp,
            affiliates: [
                Affiliate(person: PersonID(1), masterTrainer: .provisional),
                Affiliate(person: PersonID(2), masterTrainer: .provisional),
            ],
            policy: .shipped, on: day("2026-03-03"), language: nil)
        #expect(!verdict.offer.isAllowed)
        #expect(verdict.train.isAllowed)
        #expect(verdict.leaders == 2)
        #expect(verdict.masterTrainers == 2)
        #expect(verdict.licence == LicenceID(1))
        #expect(verdict.offer.codes.map(\.rawValue) == ["no-peer-leader"])
        #expect(
            verdict.offer.reasons.first?.details == [Reason.Detail("programme", .word("CPSMP"))])
    }

    @Test("A licence granted on 2026-01-01 runs through 2028-12-31")
    func licence() {
        let from = day("2026-01-01")
        let request = LicenceRequest(
            holder: OrganisationID(1), type: .multiple,
            scope: .programmes([code("CDSMP"), code("CPSMP")]), from: from,
            until: LicenceRequest.defaultUntil(from: from, policy: .shipped))
        #expect(request.until == day("2028-12-31"))
        #expect(
            request.judge(programmes: Catalogue.all, existing: [], policy: .shipped).isAllowed)
    }
}
