import Glibc
import Shell

/// The executable `licentia`: everything it does is in the room `Shell`, where it can be tested.
@main
struct Main {
    static func main() async {
        exit(await ShellRun.main(arguments: Array(CommandLine.arguments.dropFirst())))
    }
}
