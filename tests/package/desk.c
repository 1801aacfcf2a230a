/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a desktop and a person do, for scripts that try an installed program: finds what is on the screen by its name, as
 * a screen reader does, moves and presses it; and answers file dialogs in the place of a desktop's portal.
 *
 * usage: desk tree                    print all that there is: role, name, value
 *        desk wait NAME               until there is something with that in its name; prints the whole name
 *        desk gone NAME               until there is no such thing
 *        desk value NAME [NUMBER]     print the value of a slider, or set it
 *        desk press NAME              a button
 *        desk portal FILE             answer file dialogs with FILE, until it is killed
 *        desk portal --refuse         cancel them
 *        desk portal --break          answer with an error
 *
 * Exit status: 0; 1 if it was not there within half a minute; 2 for bad use. */

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

#define PATIENCE (30 * G_USEC_PER_SEC)
#define MAX_DEPTH 64
#define ACCESSIBLE "org.a11y.atspi.Accessible"
#define PORTAL_NAME "org.freedesktop.impl.portal.desktop.twosouls"

typedef struct
{
  char *bus_name;
  char *path;
  char *name;
  char *role;
} Thing;

/* Returns TRUE where this is what was looked for. */
typedef gboolean (*Visit) (const Thing *thing,
                           int          depth,
                           gpointer     data);

static GDBusConnection *a11y;

static void
clear_thing (Thing *thing)
{
  g_free (thing->bus_name);
  g_free (thing->path);
  g_free (thing->name);
  g_free (thing->role);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Thing, clear_thing)

/* What has gone in the meantime has no answer: NULL. */
static GVariant *
call (const char *bus_name,
      const char *path,
      const char *interface,
      const char *method,
      GVariant   *arguments)
{
  return g_dbus_connection_call_sync (a11y, bus_name, path, interface, method, arguments, NULL,
                                      G_DBUS_CALL_FLAGS_NONE, 3000, NULL, NULL);
}

static GVariant *
get (const Thing *thing,
     const char  *interface,
     const char  *property)
{
  g_autoptr (GVariant) answer = call (thing->bus_name, thing->path, "org.freedesktop.DBus.Properties", "Get",
                                      g_variant_new ("(ss)", interface, property));
  GVariant *value = NULL;

  if (answer != NULL)
    g_variant_get (answer, "(v)", &value);
  return value;
}

static char *
get_name (const Thing *thing)
{
  g_autoptr (GVariant) value = get (thing, ACCESSIBLE, "Name");

  return value != NULL ? g_variant_dup_string (value, NULL) : g_strdup ("");
}

static char *
get_role (const Thing *thing)
{
  g_autoptr (GVariant) answer = call (thing->bus_name, thing->path, ACCESSIBLE, "GetRoleName", NULL);
  char *role = NULL;

  if (answer != NULL)
    g_variant_get (answer, "(s)", &role);
  return role != NULL ? role : g_strdup ("?");
}

static gboolean
walk (const char *bus_name,
      const char *path,
      int         depth,
      Visit       visit,
      gpointer    data)
{
  g_auto (Thing) thing = { g_strdup (bus_name), g_strdup (path), NULL, NULL };
  g_autoptr (GVariant) children = NULL;
  g_autoptr (GVariantIter) iter = NULL;
  const char *child_name, *child_path;

  thing.name = get_name (&thing);
  thing.role = get_role (&thing);
  if (visit (&thing, depth, data))
    return TRUE;
  children = depth < MAX_DEPTH ? call (bus_name, path, ACCESSIBLE, "GetChildren", NULL) : NULL;
  if (children == NULL)
    return FALSE;
  g_variant_get (children, "(a(so))", &iter);
  while (g_variant_iter_next (iter, "(&s&o)", &child_name, &child_path))
    if (walk (child_name, child_path, depth + 1, visit, data))
      return TRUE;
  return FALSE;
}

static gboolean
walk_all (Visit    visit,
          gpointer data)
{
  return walk ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root", 0, visit, data);
}

/* The bus of its own that programs and screen readers meet on. */
static gboolean
connect_a11y (GError **error)
{
  g_autoptr (GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);
  g_autoptr (GVariant) answer = NULL;
  const char *address;

  if (session == NULL)
    return FALSE;
  answer = g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", NULL,
                                        G_VARIANT_TYPE ("(s)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, error);
  if (answer == NULL)
    return FALSE;
  g_variant_get (answer, "(&s)", &address);
  a11y = g_dbus_connection_new_for_address_sync (address,
                                                 G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                 | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                 NULL, NULL, error);
  return a11y != NULL;
}

static gboolean
print_thing (const Thing *thing,
             int          depth,
             gpointer     data)
{
  g_autoptr (GVariant) value = get (thing, "org.a11y.atspi.Value", "CurrentValue");

  printf ("%*s%s “%s”", 2 * depth, "", thing->role, thing->name);
  if (value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    printf (" %g", g_variant_get_double (value));
  putchar ('\n');
  return FALSE;
}

/*
 * Search:
 *
 * The first thing with that in its name that has the interface asked for and that word in its role, if any are.
 */
typedef struct
{
  const char *name;
  const char *interface;
  const char *role;
  Thing found;
} Search;

static gboolean
has_interface (const Thing *thing,
               const char  *interface)
{
  g_autoptr (GVariant) answer = call (thing->bus_name, thing->path, ACCESSIBLE, "GetInterfaces", NULL);
  g_autofree const char **names = NULL;

  if (answer == NULL)
    return FALSE;
  g_variant_get (answer, "(^a&s)", &names);
  return g_strv_contains (names, interface);
}

static gboolean
is_it (const Thing *thing,
       int          depth,
       gpointer     data)
{
  Search *search = data;

  if (strstr (thing->name, search->name) == NULL)
    return FALSE;
  if (search->role != NULL && strstr (thing->role, search->role) == NULL)
    return FALSE;
  if (search->interface != NULL && !has_interface (thing, search->interface))
    return FALSE;
  search->found = (Thing) { g_strdup (thing->bus_name), g_strdup (thing->path), g_strdup (thing->name),
                            g_strdup (thing->role) };
  return TRUE;
}

static gboolean
find (Search  *search,
      gboolean wanted)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE;

  while (walk_all (is_it, search) != wanted)
    {
      if (g_get_monotonic_time () > end)
        return FALSE;
      if (!wanted)
        clear_thing (&search->found);
      g_usleep (G_USEC_PER_SEC / 5);
    }
  return TRUE;
}

static int
do_value (Search     *search,
          const char *number)
{
  g_autoptr (GVariant) value = NULL;

  if (number != NULL)
    value = call (search->found.bus_name, search->found.path, "org.freedesktop.DBus.Properties", "Set",
                  g_variant_new ("(ssv)", "org.a11y.atspi.Value", "CurrentValue",
                                 g_variant_new_double (g_ascii_strtod (number, NULL))));
  g_clear_pointer (&value, g_variant_unref);
  value = get (&search->found, "org.a11y.atspi.Value", "CurrentValue");
  if (value == NULL)
    return 1;
  printf ("%g\n", g_variant_get_double (value));
  return 0;
}

static int
do_press (Search *search)
{
  g_autoptr (GVariant) answer = call (search->found.bus_name, search->found.path, "org.a11y.atspi.Action", "DoAction",
                                      g_variant_new ("(i)", 0));
  gboolean done = FALSE;

  if (answer != NULL)
    g_variant_get (answer, "(b)", &done);
  return done ? 0 : 1;
}

static const char portal_xml[] =
  "<node><interface name='org.freedesktop.impl.portal.FileChooser'>"
  "<method name='OpenFile'><arg type='o' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/><arg type='u' direction='out'/>"
  "<arg type='a{sv}' direction='out'/></method>"
  "<method name='SaveFile'><arg type='o' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/><arg type='u' direction='out'/>"
  "<arg type='a{sv}' direction='out'/></method>"
  "</interface></node>";

static gboolean portal_is_broken;

/* 0: chosen, 1: cancelled. */
static void
portal_called_cb (GDBusConnection       *connection,
                  const char            *sender,
                  const char            *path,
                  const char            *interface,
                  const char            *method,
                  GVariant              *arguments,
                  GDBusMethodInvocation *invocation,
                  gpointer               data)
{
  const char *file = data;
  g_autofree char *uri = file != NULL ? g_filename_to_uri (file, NULL, NULL) : NULL;
  const char *uris[] = { uri, NULL };
  GVariantBuilder results;

  if (portal_is_broken)
    {
      printf ("%s: error\n", method);
      fflush (stdout);
      g_dbus_method_invocation_return_dbus_error (invocation, "org.freedesktop.DBus.Error.AccessDenied", "No dialog today");
      return;
    }

  g_variant_builder_init (&results, G_VARIANT_TYPE_VARDICT);
  if (uri != NULL)
    g_variant_builder_add (&results, "{sv}", "uris", g_variant_new_strv (uris, -1));
  printf ("%s: %s\n", method, uri != NULL ? uri : "cancelled");
  fflush (stdout);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(ua{sv})", uri == NULL, &results));
}

static int
do_portal (const char *file)
{
  const gboolean is_file = !g_str_has_prefix (file, "--");
  static const GDBusInterfaceVTable table = { portal_called_cb, NULL, NULL, { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (portal_xml, NULL);
  g_autoptr (GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  portal_is_broken = g_str_equal (file, "--break");
  if (session == NULL
      || g_dbus_connection_register_object (session, "/org/freedesktop/portal/desktop", info->interfaces[0], &table,
                                            is_file ? g_strdup (file) : NULL, g_free,
                                            &error) == 0)
    {
      fprintf (stderr, "desk: %s\n", error->message);
      return 1;
    }
  g_bus_own_name_on_connection (session, PORTAL_NAME, G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL, NULL, NULL);
  g_main_loop_run (loop);
  return 0;
}

static int
complain (void)
{
  fputs ("usage: desk tree | wait NAME | gone NAME | value NAME [NUMBER] | press NAME | portal FILE|--refuse|--break\n", stderr);
  return 2;
}

static int
do_with_name (const char *verb,
              const char *name,
              const char *number)
{
  Search search = { name, NULL, NULL, { 0 } };
  const gboolean wanted = strcmp (verb, "gone") != 0;

  if (strcmp (verb, "value") == 0)
    search.interface = "org.a11y.atspi.Value";
  else if (strcmp (verb, "press") == 0)
    search.role = "button";
  else if (wanted && strcmp (verb, "wait") != 0)
    return complain ();
  if (!find (&search, wanted))
    {
      fprintf (stderr, "desk: “%s” is %s after half a minute\n", name, wanted ? "not there" : "still there");
      return 1;
    }
  if (strcmp (verb, "value") == 0)
    return do_value (&search, number);
  if (strcmp (verb, "press") == 0)
    return do_press (&search);
  if (wanted)
    puts (search.found.name);
  return 0;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc < 2)
    return complain ();
  if (strcmp (argv[1], "portal") == 0)
    return argc == 3 ? do_portal (argv[2]) : complain ();
  if (!connect_a11y (&error))
    {
      fprintf (stderr, "desk: no accessibility bus: %s\n", error->message);
      return 1;
    }
  if (strcmp (argv[1], "tree") == 0)
    {
      walk_all (print_thing, NULL);
      return 0;
    }
  return argc >= 3 ? do_with_name (argv[1], argv[2], argc > 3 ? argv[3] : NULL) : complain ();
}
