/// Names for people and organisations, with the letters that they have in the countries concerned:
/// an index that folds accents works harder on them.
enum PersonNames {
    static let first = [
        "Ann", "Bård", "Cláudia", "Dóra", "Eva", "Fionnuala", "Gösta", "Hélène", "Íñigo", "Jürgen",
        "Kåre", "Łucja", "María", "Niamh", "Øystein", "Pádraig", "Quentin", "Renée", "Søren",
        "Tomáš", "Ulrika", "Vigdís", "Will", "Xènia", "Yrsa", "Zoë", "Ása", "Émile", "Ólafur",
        "Štefan",
    ]

    static let last = [
        "Andersen", "Breen", "Castaño", "Duffy", "Ekström", "Fjørtoft", "García", "Håkansson",
        "Ibáñez", "Jørgensen", "Kelly", "Lindqvist", "Muñoz", "Nørgaard", "O'Brien", "Pálsson",
        "Quinn", "Rød", "Sæther", "Þórsson", "Ångström", "Vázquez", "Walsh", "Yáñez", "Żak",
        "Müller", "Lefèvre", "Bjørnstad", "Díaz", "Östlund",
    ]

    static let places = [
        ("Ålesund", "NO"), ("Cork", "IE"), ("Aarhus", "DK"), ("Málaga", "ES"), ("Leeds", "GB"),
        ("Malmö", "SE"), ("St. Louis", "US"), ("Tromsø", "NO"), ("Galway", "IE"),
        ("Albuquerque", "US"),
    ]

    static let kinds = [
        "Pain Alliance", "Health Centre", "Living Well", "County Health", "Frisklivssentral",
    ]

    /// The name of a person, which only a few share.
    static func person(_ number: Int, _ random: inout SeededRandom) -> String {
        let given = first[random.days(0..<first.count)]
        let family = last[random.days(0..<last.count)]
        let letter = Character(UnicodeScalar(UInt8(65 + number % 26)))
        return "\(given) \(letter). \(family)"
    }
}
