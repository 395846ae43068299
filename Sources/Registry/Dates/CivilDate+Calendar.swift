extension CivilDate {
    /// Year, month (1–12) and day (1–31) of this day.
    package var components: (year: Int, month: Int, day: Int) {
        // Counted in years that begin on 1 March: the leap day then is the last day of a year,
        // and every month but the last has the same place in each year.
        let sinceMarchOfYearZero = Int(dayNumber) + Self.daysToEpoch
        let cycle = sinceMarchOfYearZero.quotientRoundingDown(by: Self.daysPerCycle)
        let dayOfCycle = sinceMarchOfYearZero - cycle * Self.daysPerCycle
        let leapDaysBefore =
            dayOfCycle / 1_460 - dayOfCycle / 36_524 + dayOfCycle / (Self.daysPerCycle - 1)
        let yearOfCycle = (dayOfCycle - leapDaysBefore) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, day)
    }

    /// This day so many calendar months later, clamped to the end of the month it falls in.
    ///
    /// Months are always counted from the day itself, never from a clamped result: 2024-01-31 plus
    /// 1 is 2024-02-29, plus 2 is 2024-03-31 (registry contract, "Dates").
    package func adding(months: Int) -> CivilDate {
        let (year, month, day) = components
        let bounded = min(max(months, -Self.monthsOfCalendar), Self.monthsOfCalendar)
        let count = year * 12 + (month - 1) + bounded
        let newYear = count.quotientRoundingDown(by: 12)
        let newMonth = count - newYear * 12 + 1
        if newYear < 1 { return Self.first }
        if newYear > 9999 { return Self.last }
        let newDay = min(day, Self.length(ofMonth: newMonth, year: newYear))
        return CivilDate(
            dayNumber: Int32(Self.dayNumber(year: newYear, month: newMonth, day: newDay)))
    }

    /// The last day of a term of `months` months that starts on this day: one day before this day
    /// plus the months (registry contract, "Dates").
    package func endOfTerm(months: Int) -> CivilDate {
        adding(months: months).previous
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: return isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month <= 2 ? year - 1 : year
        let cycle = marchYear.quotientRoundingDown(by: 400)
        let yearOfCycle = marchYear - cycle * 400
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
        return cycle * daysPerCycle + dayOfCycle - daysToEpoch
    }

    private static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    /// Days of 400 years, after which the calendar repeats itself.
    private static let daysPerCycle = 146_097
    /// Days from 0000-03-01 to 1970-01-01.
    private static let daysToEpoch = 719_468
    private static let monthsOfCalendar = 9_999 * 12
}

extension Int {
    fileprivate func quotientRoundingDown(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
