/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-lesson-field.h"

#include <string.h>

/* Of a text with paragraphs: three lines to begin with, and no more than leaves the rest in sight. */
#define LEAST_HEIGHT 81
#define MOST_HEIGHT 260

struct _SoulsLessonField
{
  GtkWidget parent_instance;

  /* Borrowed: children; an entry or a buffer */
  GtkLabel *name;
  GtkEditable *entry;
  GtkTextBuffer *buffer;
  GtkWidget *view;         /* of the buffer */
  GtkLabel *result;
  GtkLabel *problem;
  gboolean is_set;   /* by the program */
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoulsLessonField, souls_lesson_field, GTK_TYPE_WIDGET)

static void
text_changed_cb (SoulsLessonField *self)
{
  if (!self->is_set)
    g_signal_emit (self, signals[EDITED], 0);
}

static gboolean
souls_lesson_field_grab_focus (GtkWidget *widget)
{
  SoulsLessonField *self = SOULS_LESSON_FIELD (widget);

  return gtk_widget_grab_focus (self->entry != NULL ? GTK_WIDGET (self->entry) : self->view);
}

static void
souls_lesson_field_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (souls_lesson_field_parent_class)->dispose (object);
}

static void
souls_lesson_field_class_init (SoulsLessonFieldClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = souls_lesson_field_grab_focus;
  G_OBJECT_CLASS (klass)->dispose = souls_lesson_field_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);

  signals[EDITED] = g_signal_new ("edited", SOULS_TYPE_LESSON_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static GtkLabel *
add_label (SoulsLessonField *self,
           const char       *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "visible", FALSE, NULL);

  gtk_widget_add_css_class (label, style);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return GTK_LABEL (label);
}

static void
souls_lesson_field_init (SoulsLessonField *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 6);
  self->name = add_label (self, "heading");
  gtk_widget_set_visible (GTK_WIDGET (self->name), TRUE);
}

static GtkWidget *
make_entry (SoulsLessonField *self)
{
  GtkWidget *entry = gtk_entry_new ();

  self->entry = GTK_EDITABLE (entry);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (text_changed_cb), self);
  return entry;
}

static GtkWidget *
make_view (SoulsLessonField *self)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->view = view;
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_buffer_set_enable_undo (self->buffer, TRUE);
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (text_changed_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LEAST_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (scroller, "card");
  return scroller;
}

/**
 * souls_lesson_field_new:
 * @name: shown above
 * @has_paragraphs: whether it may have several lines
 *
 * Returns: (transfer floating): an empty field
 */
GtkWidget *
souls_lesson_field_new (const char *name,
                        gboolean    has_paragraphs)
{
  SoulsLessonField *self = g_object_new (SOULS_TYPE_LESSON_FIELD, NULL);
  GtkWidget *input = has_paragraphs ? make_view (self) : make_entry (self);

  gtk_label_set_text (self->name, name);
  gtk_widget_set_parent (input, GTK_WIDGET (self));
  self->problem = add_label (self, "error");
  self->result = add_label (self, "dim-label");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (has_paragraphs ? self->view : input), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->name, NULL,
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->problem, self->result, NULL, -1);
  return GTK_WIDGET (self);
}

void
souls_lesson_field_set_short (SoulsLessonField *self)
{
  gtk_editable_set_width_chars (self->entry, 6);
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);
}

char *
souls_lesson_field_get (SoulsLessonField *self)
{
  GtkTextIter start, end;

  if (self->entry != NULL)
    return g_strdup (gtk_editable_get_text (self->entry));
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

void
souls_lesson_field_write (SoulsLessonField *self,
                          const char       *text)
{
  if (self->entry != NULL)
    gtk_editable_set_text (self->entry, text);
  else
    gtk_text_buffer_set_text (self->buffer, text, -1);
}

void
souls_lesson_field_set (SoulsLessonField *self,
                        const char       *text)
{
  g_autofree char *old = souls_lesson_field_get (self);

  if (g_str_equal (old, text != NULL ? text : ""))
    return;
  self->is_set = TRUE;
  souls_lesson_field_write (self, text != NULL ? text : "");
  self->is_set = FALSE;
}

/* The texts say the same with every run of white space as one space. */
static char *
collapse (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n\r", -1);
  g_autoptr (GString) whole = g_string_new (NULL);

  for (int i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (whole, "%s%s", whole->len > 0 ? " " : "", words[i]);
  return g_string_free (g_steal_pointer (&whole), FALSE);
}

void
souls_lesson_field_set_paragraphs (SoulsLessonField *self,
                                   char *const      *paragraphs)
{
  g_autofree char *text = paragraphs != NULL ? g_strjoinv ("\n\n", (char **) paragraphs) : NULL;

  souls_lesson_field_set (self, text);
}

static gboolean
is_blank (const char *line)
{
  return line[strspn (line, " \t\r")] == '\0';
}

/* What has been gathered is a paragraph. */
static void
end_paragraph (GStrvBuilder *paragraphs,
               GString      *part)
{
  g_autofree char *text = collapse (part->str);

  if (*text != '\0')
    g_strv_builder_add (paragraphs, text);
  g_string_truncate (part, 0);
}

/**
 * souls_lesson_field_get_paragraphs:
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): what stands between blank lines
 */
char **
souls_lesson_field_get_paragraphs (SoulsLessonField *self)
{
  g_autofree char *text = souls_lesson_field_get (self);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GStrvBuilder) paragraphs = g_strv_builder_new ();
  g_autoptr (GString) part = g_string_new (NULL);
  g_auto (GStrv) result = NULL;

  for (int i = 0; lines[i] != NULL; i++)
    if (is_blank (lines[i]))
      end_paragraph (paragraphs, part);
    else
      g_string_append_printf (part, "%s\n", lines[i]);
  end_paragraph (paragraphs, part);
  result = g_strv_builder_end (paragraphs);
  return *result != NULL ? g_steal_pointer (&result) : NULL;
}

static void
show (GtkLabel   *label,
      const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

void
souls_lesson_field_judge (SoulsLessonField *self,
                          const char       *result,
                          const char       *problem)
{
  show (self->problem, problem);
  show (self->result, problem == NULL ? result : NULL);
}

const char *
souls_lesson_field_get_result (SoulsLessonField *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->result)) ? gtk_label_get_text (self->result) : NULL;
}

const char *
souls_lesson_field_get_problem (SoulsLessonField *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->problem)) ? gtk_label_get_text (self->problem) : NULL;
}
