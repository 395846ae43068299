import Bench
import Glibc

/// The executable `licentia-bench`: everything it does is in the room `Bench`.
@main
struct Main {
    static func main() async {
        exit(await BenchRun.main(arguments: Array(CommandLine.arguments.dropFirst())))
    }
}
