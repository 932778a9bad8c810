#pragma once
#include <argon2.h>
#include <malloc.h>

// A hash works on a block of 19 MiB. Left to itself, the allocator keeps such blocks once it has seen a few; with a
// fixed threshold each goes back to the system when it is freed.
static inline void give_large_blocks_back(void) { mallopt(M_MMAP_THRESHOLD, 1024 * 1024); }
