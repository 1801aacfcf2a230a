/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* One program for every processor of the architecture, and the registers of each used in full: the compiler makes a version
 * for each and the C library chooses when the program starts. Sanitizers cannot be called as early as that, and tests want
 * one version at a time. */
#if defined (__x86_64__) && defined (__GLIBC__) && defined (__GNUC__) && !defined (__clang__) && __GNUC__ >= 12 && \
  !defined (__SANITIZE_THREAD__) && !defined (__SANITIZE_ADDRESS__) && !defined (SOULS_ONE_PROCESSOR)
#define SOULS_FOR_EVERY_PROCESSOR __attribute__ ((target_clones ("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define SOULS_FOR_EVERY_PROCESSOR
#endif

/* Helpers of such functions have to become part of each version. */
#define SOULS_INLINE static inline __attribute__ ((always_inline))
