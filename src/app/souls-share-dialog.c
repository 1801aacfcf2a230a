/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-share-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "souls-share.h"

struct _SoulsShareDialog
{
  AdwWindow parent_instance;

  /* Template children */
  AdwToastOverlay *toasts;
  GtkLabel *code_label;
  GtkEditable *entry;
  GtkLabel *verdict_label;
  GtkWidget *open_button;

  /* Owned */
  SoulsSession *session;
  char *code;
  SoulsScenario *pasted;   /* NULL while the entry holds no code */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoulsShareDialog, souls_share_dialog, ADW_TYPE_WINDOW)

static gboolean
has_other_signs (const char *text)
{
  for (; *text != '\0'; text++)
    if (!g_ascii_isalnum (*text) && !g_ascii_isspace (*text) && *text != '-')
      return TRUE;
  return FALSE;
}

static char *
say_problem (const char   *text,
             const GError *error)
{
  if (g_ascii_strncasecmp (text, SOULS_SHARE_PREFIX, strlen (SOULS_SHARE_PREFIX)) != 0)
    return g_strdup_printf (_("A share code begins with “%s”."), SOULS_SHARE_PREFIX);
  if (has_other_signs (text))
    return g_strdup (_("A share code has letters, digits and hyphens only."));
  switch ((SoulsScenarioError) error->code)
    {
    case SOULS_SCENARIO_ERROR_VERSION:
      return g_strdup (_("A newer version of Two Souls made this code."));
    case SOULS_SCENARIO_ERROR_CHECK:
      return g_strdup (_("A letter is wrong or missing."));
    case SOULS_SCENARIO_ERROR_FORM:
      return g_strdup (_("The code is not whole."));
    default:
      return g_strdup (error->message);
    }
}

/**
 * souls_share_read:
 * @text: as pasted or typed
 * @data: what it is checked against
 * @problem: (out) (nullable) (transfer full): what is wrong with it, in the reader's words
 *
 * Returns: (transfer full) (nullable): the scenario
 */
SoulsScenario *
souls_share_read (const char         *text,
                  const SoulsDataSet *data,
                  char              **problem)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  SoulsScenario *scenario = souls_share_decode (stripped, data, &error);

  if (problem != NULL)
    *problem = scenario == NULL ? say_problem (stripped, error) : NULL;
  return scenario;
}

/**
 * souls_share_describe:
 *
 * Returns: (transfer full): what a scenario without a name is: "fiscal 2025, 3 sliders moved"
 */
char *
souls_share_describe (const SoulsScenario *scenario)
{
  SoulsDriver moves[SOULS_N_DRIVERS];
  const int n = souls_scenario_get_moves (scenario, moves);

  if (n == 0)
    return g_strdup_printf (_("fiscal %d, all sliders at baseline"), scenario->base_year);
  /* Translators: the base year of a scenario, and how many of its sliders are moved */
  return g_strdup_printf (ngettext ("fiscal %1$d, %2$d slider moved", "fiscal %1$d, %2$d sliders moved",
                                    (unsigned long) n),
                          scenario->base_year, n);
}

/* In groups, which are kept apart by spaces: so it is read aloud. */
static void
show_code (SoulsShareDialog *self)
{
  g_autofree char *spaced = NULL;

  if (souls_session_in_gesture (self->session))
    return;
  g_free (self->code);
  self->code = souls_share_encode (souls_session_get_scenario (self->session),
                                   souls_session_get_data (self->session));
  spaced = g_strdelimit (g_strdup (self->code), "-", ' ');
  gtk_label_set_text (self->code_label, spaced);
}

static void
copy_clicked_cb (SoulsShareDialog *self)
{
  AdwToast *toast = adw_toast_new (_("Code copied"));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->code);
  adw_toast_set_timeout (toast, 3);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
entry_changed_cb (SoulsShareDialog *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  const gboolean empty = *text == '\0';
  g_autofree char *verdict = NULL;
  gboolean wrong;

  g_clear_pointer (&self->pasted, souls_scenario_free);
  if (!empty)
    self->pasted = souls_share_read (text, souls_session_get_data (self->session), &verdict);
  wrong = !empty && self->pasted == NULL;
  if (self->pasted != NULL)
    verdict = souls_share_describe (self->pasted);
  gtk_label_set_text (self->verdict_label, verdict != NULL ? verdict : "");
  gtk_widget_set_sensitive (self->open_button, self->pasted != NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self->verdict_label), wrong ? "dim-label" : "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->verdict_label), wrong ? "error" : "dim-label");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
open_asked_cb (SoulsShareDialog *self)
{
  souls_share_dialog_open (self);
}

static void
souls_share_dialog_dispose (GObject *object)
{
  SoulsShareDialog *self = SOULS_SHARE_DIALOG (object);

  g_clear_pointer (&self->pasted, souls_scenario_free);
  g_clear_pointer (&self->code, g_free);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (souls_share_dialog_parent_class)->dispose (object);
}

static void
souls_share_dialog_class_init (SoulsShareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = souls_share_dialog_dispose;

  /**
   * SoulsShareDialog::chosen:
   * @scenario: (type gpointer): what to open, borrowed
   *
   * The user wants to open what a code says.
   */
  signals[CHOSEN] = g_signal_new ("chosen", SOULS_TYPE_SHARE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/twosouls/TwoSouls/ui/souls-share-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SoulsShareDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, SoulsShareDialog, code_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsShareDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, SoulsShareDialog, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsShareDialog, open_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_asked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
souls_share_dialog_init (SoulsShareDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * souls_share_dialog_new:
 * @session: whose code it shows
 *
 * Returns: (transfer none): a window that follows @session
 */
GtkWidget *
souls_share_dialog_new (SoulsSession *session)
{
  SoulsShareDialog *self = g_object_new (SOULS_TYPE_SHARE_DIALOG, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (show_code), self, G_CONNECT_SWAPPED);
  show_code (self);

  return GTK_WIDGET (self);
}

const char *
souls_share_dialog_get_code (SoulsShareDialog *self)
{
  g_return_val_if_fail (SOULS_IS_SHARE_DIALOG (self), NULL);

  return self->code;
}

/**
 * souls_share_dialog_set_text:
 * @text: as if it were pasted
 */
void
souls_share_dialog_set_text (SoulsShareDialog *self,
                             const char       *text)
{
  g_return_if_fail (SOULS_IS_SHARE_DIALOG (self));

  gtk_editable_set_text (self->entry, text);
}

/**
 * souls_share_dialog_get_verdict:
 *
 * Returns: (transfer none): what is said of the pasted code: what it holds, or what is wrong with it
 */
const char *
souls_share_dialog_get_verdict (SoulsShareDialog *self)
{
  g_return_val_if_fail (SOULS_IS_SHARE_DIALOG (self), NULL);

  return gtk_label_get_text (self->verdict_label);
}

/**
 * souls_share_dialog_open:
 *
 * Says that the pasted code was chosen, and closes.
 *
 * Returns: whether there is one
 */
gboolean
souls_share_dialog_open (SoulsShareDialog *self)
{
  g_autoptr (SoulsScenario) scenario = NULL;

  g_return_val_if_fail (SOULS_IS_SHARE_DIALOG (self), FALSE);

  if (self->pasted == NULL)
    return FALSE;
  scenario = g_steal_pointer (&self->pasted);
  g_signal_emit (self, signals[CHOSEN], 0, scenario);
  gtk_window_close (GTK_WINDOW (self));

  return TRUE;
}
