/// Lets a test's parts wait for each other: reached, opened, finished.
actor Gate {
    private enum Step: Int { case start, reached, open, finished }

    private var step = Step.start

    func pass() async {
        advance(.reached)
        await wait(.open)
    }

    func reached() async { await wait(.reached) }

    func open() { advance(.open) }

    func finish() { advance(.finished) }

    func finished() async { await wait(.finished) }

    private func advance(_ to: Step) {
        if to.rawValue > step.rawValue { step = to }
    }

    private func wait(_ for: Step) async {
        while step.rawValue < `for`.rawValue { try? await Task.sleep(for: .milliseconds(5)) }
    }
}
