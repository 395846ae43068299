import Foundation
import Logging
import Testing

@testable import Daemon

@Suite struct LineLogHandlerTests {
    @Test func aRecordIsOneLineWithItsMetadataInOrder() {
        let (logger, box) = Self.logger(.info)
        logger.info("done", metadata: ["room": "x", "items": "3", "about": "a \"b\"\\"])
        let line = #"1970-01-01T00:00:00.000Z info done about="a \"b\"\\" items=3 room=x"# + "\n"
        #expect(box.text == line)
    }

    @Test func noRecordHoldsALineEnd() {
        let (logger, box) = Self.logger(.info)
        logger.error("one\ntwo\r\nthree", metadata: ["a": "x\ny", "b": "", "c": "k=v"])
        #expect(
            box.text == "1970-01-01T00:00:00.000Z error one two three a=\"x y\" b=\"\" c=\"k=v\"\n")
    }

    @Test func whatIsBelowTheLevelIsNotWritten() {
        let (logger, box) = Self.logger(.warning)
        logger.info("quiet")
        logger.warning("loud")
        #expect(box.text == "1970-01-01T00:00:00.000Z warning loud\n")
    }

    private static func logger(_ level: Logger.Level) -> (Logger, TextBox) {
        let box = TextBox()
        let logger = Logger(label: "test") { _ in
            LineLogHandler(
                level: level, write: { box.append($0) }, now: { Date(timeIntervalSince1970: 0) })
        }
        return (logger, box)
    }
}
