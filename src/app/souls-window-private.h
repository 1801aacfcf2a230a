/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart-pane.h"
#include "souls-compare-popover.h"
#include "souls-drafts.h"
#include "souls-glide.h"
#include "souls-headline.h"
#include "souls-lesson-list.h"
#include "souls-lesson-panel.h"
#include "souls-panes.h"
#include "souls-presenter-bar.h"
#include "souls-replay.h"
#include "souls-scrubber.h"
#include "souls-sidebar.h"
#include "souls-sketch-view.h"
#include "souls-stage.h"
#include "souls-story-bar.h"
#include "souls-why-bar.h"
#include "souls-window.h"

G_BEGIN_DECLS

/* What the bar under the header bar says of the document's file. */
typedef enum
{
  SOULS_FILE_BAR_NONE,
  SOULS_FILE_BAR_RESTORED,
  SOULS_FILE_BAR_CHANGED,
  SOULS_FILE_BAR_GONE,
} SoulsFileBar;

struct _SoulsWindow
{
  AdwApplicationWindow parent_instance;

  /* Template children */
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkInfoBar *message_bar;
  GtkLabel *message_label;
  GtkInfoBar *file_bar;
  GtkLabel *file_label;
  GtkButton *file_accept;
  GtkButton *file_close;
  GMenu *recent_section;
  GtkStack *stack;
  AdwStatusPage *problem_page;
  AdwFlap *flap;
  SoulsSidebar *sidebar;
  SoulsHeadline *headline;
  SoulsStoryBar *story_bar;
  GtkWidget *history_anchor;   /* around the undo button */
  GtkWidget *compare_squeezer;
  GtkMenuButton *compare_button;
  SoulsComparePopover *compare_popover;
  GtkLabel *compare_count;
  SoulsPanes *panes;
  SoulsChartPane *left_pane;
  SoulsChartPane *right_pane;
  SoulsScrubber *scrubber;
  SoulsWhyBar *why_bar;
  SoulsPresenterBar *presenter_bar;
  AdwBin *start_bin;
  GtkWidget *flap_switcher;
  GtkStack *flap_stack;
  AdwBin *lesson_bin;
  GtkStack *charts_stack;
  AdwBin *sketch_bin;
  GtkWidget *lesson_button;    /* back to a lesson that the charts cover */

  /* Owned */
  SoulsSession *session;   /* NULL without data */
  GSettings *settings;     /* NULL without a schema */
  SoulsDocument *document; /* NULL without data */
  SoulsDraft *draft;       /* NULL without data */

  SoulsFileBar file_bar_kind;
  gboolean is_asking;           /* what to do with what is not saved */
  gboolean is_given_up;         /* what is not saved is not wanted */
  gboolean closes_when_saved;

  SoulsGlide *glide;       /* NULL without data */
  SoulsReplay *replay;     /* NULL without data, as the next */
  GtkWidget *history;      /* a child of its anchor */
  SoulsLessonRun *lesson;  /* NULL: none in progress */
  SoulsProgress *progress; /* NULL until a lesson is asked for */
  AdwAnimation *lesson_animation;
  gboolean draws_beside;   /* the drawing of a line is seen, though its charts could be */
  SoulsState reveal_from;  /* between which the sliders move with a reveal */
  SoulsState reveal_to;

  /* Borrowed: children, there with a lesson; the last one once it was asked for */
  SoulsLessonPanel *lesson_panel;
  SoulsSketchView *sketch;
  SoulsLessonList *lesson_list;

  /* Weak: dialogs that are open at most once */
  GtkWindow *presets;
  GtkWindow *share;
  GtkWindow *differences;
  GtkWindow *goal_seek;
  GtkWindow *tie_out;
  GtkWindow *sources;
  GtkWindow *arguments;

  /* Weak: what the room sees, while it does */
  SoulsStage *stage;

  /* Weak: the offer to undo a reset; gone with the next change, which Undo would take back instead */
  AdwToast *reset_toast;
};

/* souls-window.c */
void souls_window_update_title       (SoulsWindow    *self);

/* souls-window-document.c: the document, its draft, and what befalls its file */
void souls_window_start_document     (SoulsWindow    *self);
void souls_window_end_document       (SoulsWindow    *self);
void souls_window_note_charts        (SoulsWindow    *self);
void souls_window_show_charts        (SoulsWindow    *self,
                                      char          **charts);
void souls_window_show_file_bar      (SoulsWindow    *self,
                                      SoulsFileBar    kind);
void souls_window_hide_file_bar      (SoulsWindow    *self);

/* souls-window-files.c: saving, and what else has to do with the file */
void souls_window_add_file_actions   (SoulsWindow    *self);
void souls_window_update_file_actions (SoulsWindow   *self);
void souls_window_save               (SoulsWindow    *self,
                                      gboolean        force);
void souls_window_revert             (SoulsWindow    *self);
gboolean souls_window_ask_to_save    (SoulsWindow    *self);

/* souls-window-open.c: how files come into windows */
SoulsWindow *souls_window_find_open  (SoulsWindow    *self,
                                      GFile          *file);
void souls_window_add_open_actions   (SoulsWindow    *self);
void souls_window_update_open_actions (SoulsWindow   *self);
void souls_window_add_recent         (GFile          *file);

/* souls-window-actions.c */
void souls_window_class_add_actions (GtkWidgetClass *widget_class);
void souls_window_add_actions       (SoulsWindow    *self);
void souls_window_update_actions    (SoulsWindow    *self);

/* souls-window-compare.c: the comparison and the table of differences */
void souls_window_add_compare_actions (SoulsWindow   *self);
void souls_window_update_compare     (SoulsWindow    *self);
gboolean souls_window_write_differences (SoulsWindow *self,
                                         GFile       *file);

/* souls-window-ask.c: goal seek, why, and what moves a slider for them */
void souls_window_add_ask           (SoulsWindow    *self);
void souls_window_start_ask         (SoulsWindow    *self);
void souls_window_update_ask        (SoulsWindow    *self);
void souls_window_end_ask           (SoulsWindow    *self);
void souls_window_glide             (SoulsWindow    *self,
                                     SoulsDriver     driver,
                                     double          value);

/* souls-window-lesson.c: lessons, the start page, and what is said */
void souls_window_add_lesson         (SoulsWindow    *self);
void souls_window_start_lesson       (SoulsWindow    *self);
void souls_window_renew_lesson_clock (SoulsWindow    *self);
void souls_window_update_lesson      (SoulsWindow    *self);
void souls_window_end_lesson         (SoulsWindow    *self);
void souls_window_leave_lesson       (SoulsWindow    *self);
SoulsWindow *souls_window_begin_lesson (SoulsWindow       *self,
                                        const SoulsLesson *lesson,
                                        int                step);
gboolean souls_window_open_lesson    (SoulsWindow    *self,
                                      GFile          *file);

/* souls-window-votes.c: the answers of a class */
void souls_window_add_votes          (SoulsWindow    *self);
void souls_window_update_votes       (SoulsWindow    *self);

/* souls-window-lesson-editor.c: lessons of one's own */
void souls_window_add_lesson_editor  (SoulsWindow    *self);
void souls_window_update_lesson_editor (SoulsWindow  *self);
SoulsLesson *souls_window_make_lesson (SoulsWindow   *self);
void souls_window_edit_lesson        (SoulsWindow       *self,
                                      const SoulsLesson *lesson);

/* souls-window-handout.c: pages to print, and slides */
GtkWidget *souls_window_hand_out    (SoulsWindow    *self);

/* souls-window-stage.c: presenting */
void souls_window_add_stage         (SoulsWindow    *self);
void souls_window_update_stage      (SoulsWindow    *self);
void souls_window_end_stage         (SoulsWindow    *self);
GtkWidget *souls_window_get_clock_widget (SoulsWindow *self);

/* souls-window-story.c: presets, history with replay, share codes */
void souls_window_class_add_story   (GtkWidgetClass *widget_class);
void souls_window_add_story         (SoulsWindow    *self);
void souls_window_start_story       (SoulsWindow    *self);
void souls_window_update_story      (SoulsWindow    *self);
void souls_window_end_story         (SoulsWindow    *self);
/* Opens a scenario that is no file, as a step that can be undone. */
gboolean souls_window_begin_from    (SoulsWindow         *self,
                                     const SoulsScenario *scenario);

G_END_DECLS
