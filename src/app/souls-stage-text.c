/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-app-words.h"
#include "souls-stage-private.h"

static GtkWidget *
append_label (GtkWidget  *box,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

/* A label is laid out anew only when its text is new; one without text is not there. */
static void
set_text (GtkWidget  *label,
          const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), text) != 0)
    gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

/* The scenario's name, the answer and the question. */
static GtkWidget *
make_text (SoulsStage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->title = append_label (box, "stage-kicker");
  self->headline = append_label (box, "stage-headline");
  self->question = append_label (box, "stage-question");

  return box;
}

static void
start_lesson (SoulsStage *self)
{
  self->title = self->headline = self->question = NULL;
  self->page = souls_lesson_page_new (self->run);
  souls_lesson_page_set_stage (SOULS_LESSON_PAGE (self->page), TRUE);
  self->sketch = g_object_ref_sink (souls_sketch_view_new ());
  souls_sketch_view_set_run (SOULS_SKETCH_VIEW (self->sketch), self->run);
}

/**
 * souls_stage_choose_text:
 *
 * Makes what is read: the lesson's step, or else the answer.
 */
void
souls_stage_choose_text (SoulsStage *self)
{
  souls_stage_board_set_cover (SOULS_STAGE_BOARD (self->board), NULL);
  g_clear_object (&self->sketch);
  self->page = NULL;
  if (self->run != NULL)
    start_lesson (self);
  souls_stage_board_set_text (SOULS_STAGE_BOARD (self->board), self->run != NULL ? self->page : make_text (self));
}

void
souls_stage_update_text (SoulsStage *self)
{
  SoulsViewInput view;
  g_autofree char *headline = NULL;

  if (self->title == NULL)
    return;
  souls_view_input_fill (&view, self->session, SOULS_CHART_WITH_WITHOUT, 0, souls_app_words ());
  headline = souls_headline (&view.input);
  set_text (self->title, souls_session_get_title (self->session));
  set_text (self->headline, headline);
  set_text (self->question, souls_session_get_text (self->session, SOULS_SCENARIO_QUESTION));
}

/* Whether what is predicted is seen better as a picture: a line, and what a class has said. */
gboolean
souls_stage_has_sketch (SoulsStage *self)
{
  if (self->run == NULL)
    return FALSE;
  return souls_lesson_run_get_step (self->run)->ask.kind == SOULS_ASK_LINE || souls_lesson_run_get_n_votes (self->run) > 0;
}

static void
update_sketch (SoulsStage *self)
{
  const gboolean shown = souls_stage_has_sketch (self) && !self->shows_charts;

  if (shown)
    souls_sketch_view_tell (SOULS_SKETCH_VIEW (self->sketch),
                            souls_lesson_page_get_text (SOULS_LESSON_PAGE (self->page)));
  souls_stage_board_set_cover (SOULS_STAGE_BOARD (self->board), shown ? self->sketch : NULL);
}

/* Charts that are to come with the answer are not there before it. */
void
souls_stage_update_charts (SoulsStage *self)
{
  SoulsStageBoard *board = SOULS_STAGE_BOARD (self->board);
  SoulsLessonScreen screen;

  update_sketch (self);
  if (self->run == NULL)
    {
      souls_stage_board_set_charts (board, self->charts[0], self->charts[1]);
      return;
    }
  souls_lesson_run_get_screen (self->run, &screen);
  if (screen.hidden && !souls_lesson_run_is_revealed (self->run, souls_lesson_run_get_index (self->run)))
    souls_stage_board_set_charts (board, NULL, NULL);
  else if (screen.left != NULL)
    souls_stage_board_set_charts (board, screen.left, screen.right);
  else
    souls_stage_board_set_charts (board, self->charts[0], self->charts[1]);
}
