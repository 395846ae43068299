import Testing

@testable import Bench

struct RowResultTests {
    @Test(
        arguments: [([], 0), ([3], 3), ([1, 9, 2], 2), ([4, 1, 2, 3], 2.5)] as [([Double], Double)])
    func theMedianIsInTheMiddle(_ figures: [Double], _ median: Double) {
        #expect(RowResult.median(figures) == median)
    }

    @Test func ratiosAreOfTheSameRound() {
        let row = Row(
            "x", "x", .init(side: "a", figure: .rate), beside: "b",
            .init(side: "b", figure: .rate), .atLeast(2))
        let result = RowResult(row, ours: [10, 30, 8], theirs: [5, 10, 8])
        #expect(result.judged == [2, 3, 1])
        #expect(result.isReached == true)
    }

    @Test(arguments: [
        (0.8349, "0.835"), (12.34, "12.3"), (159.2, "159"), (667_360.4, "667,360"), (2, "2"),
    ])
    func numbersAreReadable(_ number: Double, _ text: String) {
        #expect(Decimals.text(number) == text)
    }
}
