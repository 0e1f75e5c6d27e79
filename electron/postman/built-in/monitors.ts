import { given, offered, request, type BuiltInFolder } from './request-spec.ts';

const MONITOR_FIELDS = {
  'monitor.name': 'How it is called.',
  'monitor.schedule.cron': 'When it runs: 0 0 * * * is every day at midnight.',
  'monitor.schedule.timezone': 'Whose midnight, such as Europe/Vienna.',
  'monitor.collection': 'The uid of the collection that it runs.',
  'monitor.environment': 'The uid of the environment that it runs with.',
};
const SCHEDULE = { cron: '0 0 * * *', timezone: 'Europe/Vienna' };
const ID = 'Put its id from the list in place of {{monitorId}}.';

export const MONITORS: BuiltInFolder = {
  id: 'monitors',
  name: 'Monitors',
  requests: [
    request({
      id: 'list-monitors',
      name: 'List monitors',
      path: '/monitors',
      about: 'The monitors that the user can reach.',
      fields: { workspace: 'Only those in the workspace with this id.' },
      params: [offered('workspace')],
    }),
    request({
      id: 'get-monitor',
      name: 'Get a monitor',
      path: '/monitors/{{monitorId}}',
      about: `One monitor, its schedule and its last run. ${ID}`,
      fields: { 'monitor.lastRun.status': 'Such as success or failed.' },
    }),
    request({
      id: 'create-monitor',
      name: 'Create a monitor',
      method: 'POST',
      path: '/monitors',
      about: 'Runs a collection by the clock. Its runs count against monitor_request_runs.',
      fields: { workspace: 'Where it goes, by id.', ...MONITOR_FIELDS },
      params: [offered('workspace')],
      body: { monitor: { name: 'New monitor', schedule: SCHEDULE, collection: '{{collectionUid}}' } },
    }),
    request({
      id: 'update-monitor',
      name: 'Update a monitor',
      method: 'PUT',
      path: '/monitors/{{monitorId}}',
      about: `Changes the name or the schedule. ${ID}`,
      fields: MONITOR_FIELDS,
      body: { monitor: { name: 'Renamed monitor', schedule: SCHEDULE } },
    }),
    request({
      id: 'run-monitor',
      name: 'Run a monitor',
      method: 'POST',
      path: '/monitors/{{monitorId}}/run',
      about: 'Runs it now and answers with the results, which can take minutes.',
      fields: { async: 'true: answers at once, and the results are read later.' },
      params: [given('async', 'true')],
    }),
    request({
      id: 'delete-monitor',
      name: 'Delete a monitor',
      method: 'DELETE',
      path: '/monitors/{{monitorId}}',
      about: `It runs no more. ${ID}`,
    }),
  ],
};
