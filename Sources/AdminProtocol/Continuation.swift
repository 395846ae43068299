/// The line by which the server asks its client to go on before the request is answered.
package enum Continuation: Sendable, Hashable {
    /// A sentence for people: `+ send CSV, …`. In JSON, where the status says as much, it is left
    /// out: `{"status":"continue"}`.
    case prompt(String)
    /// What the client needs to go on, such as a step of a log-in in base64: `+ cj1…`, and
    /// `{"status":"continue","data":"cj1…"}`.
    case challenge(String)
}
