#!/bin/sh
# workerd that ends with the process that started it, however that ends: left alone, it would keep the
# database open. SIGINT is for that process to act on; a terminal sends it to the whole group.
trap '' INT
exec setpriv --pdeathsig KILL -- "$BOUND_WORKERD" "$@"
