import Registry
import Store

extension LicenceGrant: KnownByExternalID {
    static func thing(_ id: LicenceID) -> Thing { .licence(id) }
}

extension TrainingRecord: KnownByExternalID {
    static func thing(_ id: TrainingID) -> Thing { .training(id) }
}

extension WorkshopRecord: KnownByExternalID {
    static func thing(_ id: WorkshopID) -> Thing { .workshop(id) }
}
