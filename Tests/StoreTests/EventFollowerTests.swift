import Store
import Testing

@Suite struct EventFollowerTests {
    @Test func passesWhatFollowsWithoutGap() {
        var follower = EventFollower(after: 4)
        #expect(follower.pass([5, 6, 7], horizon: 0) == 3)
        #expect(follower.position == 7)
        #expect(!follower.needsBarrier(before: 8))
    }

    @Test func stopsBeforeAGapUntilItIsSettled() {
        var follower = EventFollower()
        #expect(follower.pass([1, 3, 4], horizon: 90) == 1)
        #expect(follower.needsBarrier(before: 3))
        follower.setBarrier(at: 100, seen: 4)
        #expect(!follower.needsBarrier(before: 3))
        #expect(follower.pass([3, 4], horizon: 99) == 0)
        #expect(follower.pass([3, 4], horizon: 100) == 2)
        #expect(follower.position == 4)
    }

    @Test func takesWhatFillsTheGap() {
        var follower = EventFollower()
        _ = follower.pass([1, 3], horizon: 90)
        follower.setBarrier(at: 100, seen: 3)
        #expect(follower.pass([2, 3], horizon: 90) == 2)
    }

    /// A barrier says nothing of serials that were given after it was set.
    @Test func doesNotPassALaterGapByAnEarlierBarrier() {
        var follower = EventFollower()
        _ = follower.pass([2], horizon: 0)
        follower.setBarrier(at: 100, seen: 2)
        #expect(follower.pass([2, 5], horizon: 200) == 1)
        #expect(follower.needsBarrier(before: 5))
        #expect(follower.pass([5], horizon: 1_000) == 0)
    }
}
