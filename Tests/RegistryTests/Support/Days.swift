import Registry

/// The day of this name; a test that names no day is wrong.
func day(_ text: String) -> CivilDate { CivilDate(text)! }

/// The days between two names, `2024-01-01…2024-12-31`; without the second name without an end.
func span(_ from: String, _ until: String? = nil) -> DateSpan {
    DateSpan(from: day(from), until: until.map { day($0) })
}

func code(_ text: String) -> ProgrammeCode { ProgrammeCode(text)! }

func halfDays(_ text: String) -> HalfDays { HalfDays(text)! }
