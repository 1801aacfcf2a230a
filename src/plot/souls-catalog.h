/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-words.h"

G_BEGIN_DECLS

/**
 * SoulsCatalog:
 *
 * The words of one language, read from its compiled translation: so that a chart can speak another language than the
 * program around it. Never changes once made; any number can be used at once.
 */
typedef struct _SoulsCatalog SoulsCatalog;

/* What the messages themselves are written in. */
#define SOULS_CATALOG_OWN_LANGUAGE "en"

/* The languages there are below a folder of translations, sorted, the messages' own among them. (transfer full) */
char            **souls_catalog_list         (const char *folder,
                                              const char *domain);
/* "de_AT" is spoken where there is "de_AT" or "de"; NULL where neither is. (transfer full) */
SoulsCatalog     *souls_catalog_open         (const char *folder,
                                              const char *domain,
                                              const char *language);
/* NULL where it is no catalogue. (transfer full) */
SoulsCatalog     *souls_catalog_new          (const char *language,
                                              GBytes     *bytes);
void              souls_catalog_free         (SoulsCatalog *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsCatalog, souls_catalog_free)

/* Whether a language runs from right to left. */
gboolean          souls_catalog_is_right_to_left (const char *language);

const char       *souls_catalog_get_language (const SoulsCatalog *self);
/* The language's name in itself: "Deutsch". */
const char       *souls_catalog_get_name     (const SoulsCatalog *self);
const SoulsWords *souls_catalog_get_words    (const SoulsCatalog *self);

/* NULL where there is no translation. */
const char       *souls_catalog_find         (const SoulsCatalog *self,
                                              const char         *context,
                                              const char         *msgid);
const char       *souls_catalog_find_plural  (const SoulsCatalog *self,
                                              const char         *msgid,
                                              unsigned long       n);

G_END_DECLS
