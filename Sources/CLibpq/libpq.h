// The whole of libpq's public interface, found by pkg-config or in Debian's usual place
// (libpq-dev), and the two system headers that Swift's Glibc leaves out.
#if __has_include(<libpq-fe.h>)
#include <libpq-fe.h>
#else
#include <postgresql/libpq-fe.h>
#endif
#include <sys/epoll.h>
#include <sys/eventfd.h>
